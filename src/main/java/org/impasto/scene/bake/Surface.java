package org.impasto.scene.bake;

/** What a material says about one point of a surface; filled by {@link Material#paint}, used once, then overwritten. */
public final class Surface {
    /** Unit normal on the side the ray came from; a material may bend it. */
    public Vec normal = Vec.ZERO;
    /** Share of light that is scattered, per channel, 0 to 1. */
    public Vec albedo = Vec.ZERO;
    /** Strength of the sun's highlight, 0 to about 1. */
    public double gloss;
    /** Sharpness of the highlight (exponent). */
    public double shininess;
    /** Share of the light that shines through from behind, as leaves and sails do, 0 to 1. */
    public double translucency;
    /** Reflectance of a mirror at normal incidence (water 0.02); 0 where nothing is mirrored. */
    public double mirror;
    /** Light of its own. */
    public Vec glow = Vec.ZERO;

    void reset(Vec facing) {
        normal = facing;
        albedo = Vec.ZERO;
        gloss = 0;
        shininess = 20;
        translucency = 0;
        mirror = 0;
        glow = Vec.ZERO;
    }

    /** Bends the normal by the gradient of a bump height. */
    public void bump(Vec gradient) {
        normal = normal.minus(gradient.plus(-gradient.dot(normal), normal)).unit();
    }
}
