package org.impasto.style;

/** The two kinds of style network, told apart by their inputs. */
public enum StylizerKind {
    /** Content in, stylized out: every frame alone. */
    IMAGE,
    /** Content, prior and mask (and perhaps a noise plane) in, stylized out. */
    VIDEO
}
