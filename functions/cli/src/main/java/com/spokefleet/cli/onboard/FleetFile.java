package com.spokefleet.cli.onboard;

import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.config.FleetParser;
import com.spokefleet.config.Spoke;
import com.spokefleet.config.SpokeAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fleet.yaml that may get one more entry. It is replaced as a whole or not at all, and only by
 * what is valid and leaves every other entry as it was.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FleetFile(Path file, byte[] bytes, List<Spoke> spokes) {

  /**
   * Reads a valid file, or one whose {@code spokes:} has nothing behind it yet.
   *
   * @throws com.spokefleet.config.InvalidFleetException if it is neither
   */
  static FleetFile read(Path file) {
    try {
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      String text = new String(bytes, StandardCharsets.UTF_8);
      boolean none = bytes.length > 0 && new SpokeAppender(file.toString(), text).hasNone();
      List<Spoke> spokes = none ? List.of() : FleetParser.parse(file).spokes();
      return new FleetFile(file, bytes, spokes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + file, unreadable);
    }
  }

  Optional<Spoke> named(String name) {
    return spokes.stream().filter(spoke -> spoke.name().equals(name)).findFirst();
  }

  Optional<Spoke> ofOrg(String orgId) {
    return spokes.stream().filter(spoke -> spoke.orgId().equalsIgnoreCase(orgId)).findFirst();
  }

  /** The text with one more entry. */
  String with(SpokeEntry entry) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return new SpokeAppender(file.toString(), text).append(entry.lines());
  }

  /**
   * The entry as the whole file makes of it, once all of that is valid.
   *
   * @throws com.spokefleet.config.InvalidFleetException if it is not
   */
  Spoke check(String text) {
    List<Spoke> all = FleetParser.parse(file.toString(), text.replaceFirst("^\uFEFF", "")).spokes();
    if (!all.subList(0, all.size() - 1).equals(spokes)) {
      throw new CommandException(
          ExitCode.FAILED,
          "Cannot add an entry to %s: the entries before it would change with it; add it by hand"
              .formatted(file));
    }
    return all.getLast();
  }

  /** Puts this text in the file's place, if nobody changed the file since it was read. */
  void replace(String text) {
    check(text);
    try {
      Path target = file.toRealPath();
      Path folder = Objects.requireNonNull(target.getParent());
      Path replacement = Files.createTempFile(folder, "." + target.getFileName(), ".new");
      try {
        Files.write(replacement, text.getBytes(StandardCharsets.UTF_8));
        keepPermissions(target, replacement);
        FleetParser.parse(replacement);
        if (!Arrays.equals(Files.readAllBytes(target), bytes)) {
          throw new CommandException(
              ExitCode.FAILED,
              "Cannot write %s: somebody changed it meanwhile; run the command again"
                  .formatted(file));
        }
        Files.move(replacement, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(replacement);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("Cannot write " + file, unwritable);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }
}
