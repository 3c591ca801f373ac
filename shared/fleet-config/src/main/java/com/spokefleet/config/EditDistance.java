package com.spokefleet.config;

/**
 * Number of letters inserted, removed, replaced or swapped with their neighbour to get from one
 * word to another (Damerau-Levenshtein, optimal string alignment).
 */
final class EditDistance {
  private EditDistance() {}

  static int between(String first, String second) {
    int[][] distance = new int[first.length() + 1][second.length() + 1];
    for (int i = 0; i <= first.length(); i++) {
      distance[i][0] = i;
    }
    for (int j = 0; j <= second.length(); j++) {
      distance[0][j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      for (int j = 1; j <= second.length(); j++) {
        int replaced = first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(
                distance[i - 1][j - 1] + replaced,
                Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        if (isSwap(first, i, second, j)) {
          best = Math.min(best, distance[i - 2][j - 2] + 1);
        }
        distance[i][j] = best;
      }
    }
    return distance[first.length()][second.length()];
  }

  private static boolean isSwap(String first, int i, String second, int j) {
    return i > 1
        && j > 1
        && first.charAt(i - 1) == second.charAt(j - 2)
        && first.charAt(i - 2) == second.charAt(j - 1);
  }
}
