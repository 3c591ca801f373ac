package com.spokefleet.cli;

import com.spokefleet.cli.backfill.BackfillCommand;
import com.spokefleet.cli.demo.DemoCommand;
import com.spokefleet.cli.doctor.DoctorCommand;
import com.spokefleet.cli.ingest.IngestCommand;
import com.spokefleet.cli.kpi.KpiCommand;
import com.spokefleet.cli.onboard.OnboardCommand;
import com.spokefleet.cli.plan.PlanCommand;
import com.spokefleet.cli.proof.ProofCommand;
import com.spokefleet.cli.replay.ReplayCommand;
import com.spokefleet.cli.schema.SchemaCheckCommand;
import com.spokefleet.cli.siem.SiemApplyCommand;
import com.spokefleet.cli.siem.SiemCommand;
import com.spokefleet.cli.siem.SiemDiffCommand;
import com.spokefleet.cli.siem.SiemExportCommand;
import com.spokefleet.cli.terminal.DurationText;
import com.spokefleet.cli.transform.TransformCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine;

/** The program behind the {@code fleet} launcher. */
public final class FleetProgram {
  private FleetProgram() {}

  public static void main(String[] arguments) {
    System.exit(run(Wiring.ofThisMachine(), arguments));
  }

  /** Runs one command; returns the code of an {@link ExitCode}. */
  static int run(Wiring wiring, String... arguments) {
    FleetCommand fleet = new FleetCommand();
    CommandLine commandLine =
        new CommandLine(fleet)
            .addSubcommand(new ValidateCommand(wiring))
            .addSubcommand(
                new CommandLine(new SchemaCommand(wiring))
                    .addSubcommand(new SchemaCheckCommand(wiring)))
            .addSubcommand(new PlanCommand(wiring))
            .addSubcommand(new DemoCommand(wiring))
            .addSubcommand(new IngestCommand(wiring))
            .addSubcommand(new BackfillCommand(wiring))
            .addSubcommand(new KpiCommand(wiring))
            .addSubcommand(new ProofCommand(wiring))
            .addSubcommand(new TransformCommand(wiring))
            .addSubcommand(new ReplayCommand(wiring))
            .addSubcommand(
                new CommandLine(new SiemCommand())
                    .addSubcommand(new SiemExportCommand(wiring))
                    .addSubcommand(new SiemDiffCommand(wiring))
                    .addSubcommand(new SiemApplyCommand(wiring)))
            .addSubcommand(new DoctorCommand(wiring))
            .addSubcommand(new OnboardCommand(wiring));
    commandLine.getCommandSpec().usageMessage().footer(ExitCode.help());
    ErrorReport errors = new ErrorReport(wiring, fleet);
    return commandLine
        .registerConverter(Duration.class, new DurationText())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                wiring.coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setOut(new PrintWriter(wiring.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(wiring.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(errors::misused)
        .setExecutionExceptionHandler(errors::failed)
        .execute(arguments);
  }
}
