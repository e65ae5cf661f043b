package org.impasto.scene.bake;

/**
 * A camera that looks straight along z, with a shifted lens: verticals stay vertical wherever the horizon is.
 *
 * @param position metres
 * @param focal pixels of the design size per unit of x/z
 * @param centre column of the vanishing point, design pixels
 * @param horizon row of the horizon, design pixels
 */
public record Eye(Vec position, double focal, double centre, double horizon) {
    /** Unit direction through a point of the picture. */
    public Vec ray(double x, double y) {
        return Vec.of((x - centre) / focal, (horizon - y) / focal, 1).unit();
    }

    public double column(Vec p) {
        return centre + focal * (p.x() - position.x()) / (p.z() - position.z());
    }

    public double row(Vec p) {
        return horizon - focal * (p.y() - position.y()) / (p.z() - position.z());
    }
}
