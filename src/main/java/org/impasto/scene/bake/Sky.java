package org.impasto.scene.bake;

/**
 * The light from outside: sun, clear sky and haze.
 *
 * @param sunDirection unit vector towards the sun
 * @param sunLight what a white surface that faces the sun sends back
 * @param sunSize radius of the sun, radians; larger makes softer shadows
 * @param zenith colour of the sky overhead
 * @param horizon colour of the sky near the horizon
 * @param glow colour added around the sun
 * @param ground colour of what is seen below the horizon where there is nothing
 * @param haze share of light that is lost per metre of air
 */
public record Sky(Vec sunDirection, Vec sunLight, double sunSize, Vec zenith, Vec horizon, Vec glow, Vec ground,
        double haze) {
    /** Light of the clear sky from a direction (unit vector). */
    public Vec light(Vec d) {
        if (d.y() < -0.02) {
            return ground;
        }
        double up = 1 - Math.min(1, Math.max(0, d.y()));
        double low = up * up * up * up * (0.35 + 0.65 * up * up);
        Vec clear = zenith.mix(horizon, low);
        double near = Math.max(0, d.dot(sunDirection));
        double n2 = near * near;
        double n8 = n2 * n2 * n2 * n2;
        return clear.plus(0.25 * n2 + 0.5 * n8 + n8 * n8 * n8, glow);
    }

    /** Mean light of the sky on a surface, for places where no ray is spent on it. */
    Vec ambient(Vec normal) {
        Vec upper = zenith.mix(horizon, 0.45);
        return ground.mix(upper, 0.5 + 0.5 * normal.y());
    }

    /** Light from sunlit things nearby. */
    Vec bounce() {
        return ground.mix(sunLight.times(0.16), 0.5);
    }

    /** A colour as it looks through a length of air. */
    Vec through(Vec colour, Vec d, double metres) {
        double lost = 1 - StrictMath.exp(-metres * haze);
        Vec flat = Vec.of(d.x(), 0.03, d.z()).unit();
        return colour.mix(light(flat), lost);
    }
}
