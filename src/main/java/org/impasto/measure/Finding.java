package org.impasto.measure;

/**
 * One thing that a verdict looked at.
 *
 * @param subject what it is about, in a word or two
 * @param rating how the render compares with its reference in this
 * @param sentence what was found, with its figures
 * @param grave whether no calm makes up for it: the film is not the same film any more
 */
public record Finding(String subject, Rating rating, String sentence, boolean grave) {
    /** How a render compares with its reference. */
    public enum Rating {
        BETTER, SAME, WORSE,
        /** Nothing could be measured. */
        UNKNOWN
    }
}
