package org.impasto;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what was meant by a word that is not known. */
public final class Spelling {
    private Spelling() {
    }

    /** " (did you mean 'x'?)" where something known is close enough, else nothing. */
    public static String didYouMean(String wrong, Collection<String> known) {
        int most = Math.max(1, (wrong.length() + 1) / 3);
        return known.stream().filter(k -> distance(wrong, k) <= most)
                .min(Comparator.comparingInt((String k) -> distance(wrong, k)).thenComparing(Comparator.naturalOrder()))
                .map(k -> " (did you mean '" + k + "'?)").orElse("");
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(cost, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
