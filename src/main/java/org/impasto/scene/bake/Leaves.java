package org.impasto.scene.bake;

/** Foliage and bark that more than one scene uses. */
public final class Leaves {
    public static final Material DARK = Materials.leaves(Vec.srgb(0x4c6b36), Vec.srgb(0x24391f), 3);
    public static final Material OLIVE = Materials.leaves(Vec.srgb(0x9aa56a), Vec.srgb(0x56663c), 5);
    public static final Material GREEN = Materials.leaves(Vec.srgb(0x7d9a44), Vec.srgb(0x3a5a26), 7);
    public static final Material SPRUCE = Materials.leaves(Vec.srgb(0x4a6a44), Vec.srgb(0x1d3428), 9);
    public static final Material GOLD = Materials.leaves(Vec.srgb(0xf0b83a), Vec.srgb(0xc8761e), 11);
    public static final Material RUST = Materials.leaves(Vec.srgb(0xd9662a), Vec.srgb(0x8f3218), 13);
    public static final Material BARK = Materials.plain(Vec.srgb(0x5d4a38));

    private Leaves() {
    }
}
