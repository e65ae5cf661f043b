package org.impasto.coherence;

import java.util.Arrays;
import java.util.Map;
import org.impasto.image.BoxBlur;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * Fetches the paint of earlier frames, with soft seams. Pixels side by side often have paint of different frames, and which of them has which is decided pixel by
 * pixel: cut hard, the seam between two paints is ragged, and where many meet they leave specks. So a pixel takes a share of each paint that its neighbours show,
 * continued to where it is itself, as overlapping pieces of advected texture are blended in Bousseau et al., "Video watercolorization using bidirectional texture
 * advection" (SIGGRAPH 2007). Paints that fit together are the same there, and nothing changes; within one paint nothing is blended at all. Nor is paint that was
 * made for something else: where the source looked different there when the neighbour's paint was made, as it does across a thing's outline.
 *
 * <p>Not safe for use by several threads: each has its own.
 */
final class Fetch {
    /** Pixels from a seam to which it is softened. Anchors keep three around what was painted. */
    static final int REACH = 2;
    static final float NOTHING = -1;
    // Positions that are closer belong to one paint: what lies between them is a stretched or shrunk part of it.
    private static final float SAME = 0.5f;

    // Of pixels side by side: as many steps as lie between a pixel and what is furthest within reach cannot make them two.
    private static final float STEP = SAME / (2 * REACH + 1);
    private static final int MOST = (2 * REACH + 1) * (2 * REACH + 1);

    private final Origin paint;
    private final Origin fading;
    private final float[] share;
    // By the frame's number, from the earliest on: maps are slow where each pixel looks several times.
    private final Anchor[] anchors;
    private final int earliest;
    private final int plane;
    private final Plane seams;
    private final Fetch before;
    private final float[] wx = new float[4];
    private final float[] wy = new float[4];
    // Of the other paints around a pixel: what is shown of each, how far it was made for the same, and the neighbour that it was found at, with the way back to the pixel.
    private final float[] shown = new float[3 * MOST];
    private final float[] alike = new float[MOST];
    private final int[] first = new int[MOST];
    private final int[] firstX = new int[MOST];
    private final int[] firstY = new int[MOST];
    private int found;
    private float seam;
    private float lost;
    private final float[] faded = new float[3];
    private final float[] sum = new float[3];
    private final float[] seen = new float[3];
    private final float[] seenThere = new float[3];

    /**
     * @param paint what is there to stay
     * @param fading what it takes the place of
     * @param share of {@code fading} in what is shown of each pixel, 0 to 1
     * @param seams {@link #seams} of {@code paint}
     * @param before fetches what is at {@code fading}
     */
    Fetch(Origin paint, Origin fading, float[] share, Plane seams, Map<Integer, Anchor> anchors, Fetch before) {
        this.before = before;
        this.paint = paint;
        this.fading = fading;
        this.share = share;
        this.seams = seams;
        earliest = anchors.keySet().stream().mapToInt(f -> f).min().orElse(0);
        this.anchors = new Anchor[1 + anchors.keySet().stream().mapToInt(f -> f - earliest).max().orElse(0)];
        anchors.forEach((frame, anchor) -> this.anchors[frame - earliest] = anchor);
        plane = share.length;
    }

    /** Of paint that takes the place of none. */
    Fetch(Origin paint, Plane seams, Map<Integer, Anchor> anchors) {
        this(paint, new Origin(paint.width(), paint.height()), new float[paint.frame().length], seams, anchors, null);
    }

    /** Above 0 where another paint may be within reach of a pixel; most of a picture has none, and need not be looked at pixel by pixel. */
    static Plane seams(Origin paint, Rows rows) {
        int w = paint.width();
        int h = paint.height();
        Plane seams = new Plane(w, h);
        rows.each(h, (from, to) -> {
            for (int i = from * w; i < to * w; i++) {
                boolean goesOn = (i % w == w - 1 || one(paint, i + 1, -1, 0, i, 0, 0, STEP)) && (i >= (h - 1) * w || one(paint, i + w, 0, -1, i, 0, 0, STEP));
                seams.data()[i] = goesOn ? 0 : 1;
            }
        });
        return BoxBlur.of(seams, REACH, rows);
    }

    /**
     * Fetches the paint of one pixel.
     *
     * @param young takes R, G, B of what is there to stay, 0 to 1, one picture apart
     * @param old takes what fades; the same as {@code young} where nothing does. Null where it is not asked for
     * @return the share of other paints than the pixel's own in both, 0 to 1; {@link #NOTHING} where nothing was kept
     */
    float paint(int pixel, float[] young, float[] old) {
        seam = 0;
        lost = 0;
        Anchor own = anchor(paint, pixel);
        if (own == null || !own.paint(paint.x()[pixel], paint.y()[pixel], young, pixel, plane, wx, wy)) {
            return NOTHING;
        }
        if (old != null && (share[pixel] == 0 || before.paint(pixel, old, null) == NOTHING)) {
            for (int k = pixel; k < 3 * plane; k += plane) {
                old[k] = young[k];
            }
        }
        own.seen(paint.x()[pixel], paint.y()[pixel], seen);
        float others = seams.data()[pixel] > 0 ? others(pixel) : 0;
        seam = others;
        if (others > 0) {
            float off = Luma.of(young[pixel], young[pixel + plane], young[pixel + 2 * plane]) - Luma.of(sum[0], sum[1], sum[2]);
            lost = others * (1 - others) * off * off;
            for (int c = 0; c < 3; c++) {
                int k = pixel + c * plane;
                young[k] += others * (sum[c] - young[k]);
                if (old != null) {
                    old[k] += others * (sum[c] - old[k]);
                }
            }
        }
        return others;
    }

    /** What the source looked like where the pixel fetched last was painted: R, G, B. */
    float[] seen() {
        return seen;
    }

    /** What {@link #paint} returned last. */
    float seam() {
        return seam;
    }

    /** The variance of luma that the mixture of paints in the pixel fetched last has lost: of a share s of b in a, s (1 - s) (a - b)^2. */
    float lost() {
        return lost;
    }

    /** The share of other paints in a pixel; their mean is in {@code sum} then. */
    private float others(int pixel) {
        int w = paint.width();
        int x = pixel % w;
        int y = pixel / w;
        float mine = 0;
        float others = 0;
        found = 0;
        Arrays.fill(sum, 0);
        for (int qy = Math.max(0, y - REACH); qy <= Math.min(paint.height() - 1, y + REACH); qy++) {
            for (int qx = Math.max(0, x - REACH); qx <= Math.min(w - 1, x + REACH); qx++) {
                float weight = weight(qx - x, qy - y);
                int q = qy * w + qx;
                if (one(paint, q, x - qx, y - qy, pixel, 0, 0)) {
                    mine += weight;
                    continue;
                }
                int k = other(q, x - qx, y - qy);
                weight *= alike[k];
                others += weight;
                for (int c = 0; c < 3; c++) {
                    sum[c] += weight * shown[3 * k + c];
                }
            }
        }
        for (int c = 0; c < 3 && others > 0; c++) {
            sum[c] /= others;
        }
        return others / (mine + others);
    }

    /** How much a neighbour counts that is so many pixels away, at most {@link #REACH}: a tent. */
    static float weight(int dx, int dy) {
        return (REACH + 1 - Math.abs(dx)) * (REACH + 1 - Math.abs(dy));
    }

    /** What was kept of the frame that painted a pixel, or null. */
    private Anchor anchor(Origin origin, int pixel) {
        int k = origin.frame()[pixel] - earliest;
        return k < 0 || k >= anchors.length ? null : anchors[k];
    }

    /** Whether two pixels, each continued by so many, have one paint at one place. */
    static boolean one(Origin origin, int a, int ax, int ay, int b, int bx, int by) {
        return one(origin, a, ax, ay, b, bx, by, SAME);
    }

    private static boolean one(Origin origin, int a, int ax, int ay, int b, int bx, int by, float near) {
        return origin.frame()[a] == origin.frame()[b] && Math.abs(origin.x()[a] + ax - origin.x()[b] - bx) < near
                && Math.abs(origin.y()[a] + ay - origin.y()[b] - by) < near;
    }

    /** Which of the other paints found so far a neighbour's is; a pixel has many neighbours, but few paints around it. */
    private int other(int neighbour, int dx, int dy) {
        for (int k = 0; k < found; k++) {
            if (one(paint, neighbour, dx, dy, first[k], firstX[k], firstY[k]) && share[neighbour] == share[first[k]]
                    && (share[neighbour] == 0 || one(fading, neighbour, dx, dy, first[k], firstX[k], firstY[k]))) {
                return k;
            }
        }
        first[found] = neighbour;
        firstX[found] = dx;
        firstY[found] = dy;
        alike[found] = alike(neighbour, dx, dy);
        if (alike[found] > 0 && !shown(neighbour, dx, dy, 3 * found)) {
            alike[found] = 0;
        }
        return found++;
    }

    /** How far the source looked the same where the paint of the pixel and that of its neighbour were made, 0 to 1. */
    private float alike(int neighbour, int dx, int dy) {
        Anchor anchor = anchor(paint, neighbour);
        float x = paint.x()[neighbour] + dx;
        float y = paint.y()[neighbour] + dy;
        if (anchor == null || x < 0 || y < 0 || x > paint.width() - 1 || y > paint.height() - 1 || anchor.isGone(x, y)) {
            return 0;
        }
        anchor.seen(x, y, seenThere);
        return Photometric.alike(seen, seenThere);
    }

    /** What is shown of a neighbour, continued by so many pixels: were it the paint that is there to stay, a patch that is renewed would be seen around it at once. */
    private boolean shown(int neighbour, int dx, int dy, int at) {
        if (!continued(paint, neighbour, dx, dy, shown, at)) {
            return false;
        }
        float s = share[neighbour];
        if (s > 0 && continued(fading, neighbour, dx, dy, faded, 0)) {
            for (int c = 0; c < 3; c++) {
                shown[at + c] += s * (faded[c] - shown[at + c]);
            }
        }
        return true;
    }

    private boolean continued(Origin origin, int neighbour, int dx, int dy, float[] into, int at) {
        Anchor anchor = anchor(origin, neighbour);
        float x = origin.x()[neighbour] + dx;
        float y = origin.y()[neighbour] + dy;
        return anchor != null && x >= 0 && y >= 0 && x <= origin.width() - 1 && y <= origin.height() - 1
                && anchor.paint(x, y, into, at, 1, wx, wy);
    }
}
