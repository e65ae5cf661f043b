package org.impasto.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.impasto.flow.FlowField;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static int rgb(float u, float v) {
        return Pictures.wheel(new FlowField(1, 1, new float[] {u}, new float[] {v}), 4).getRGB(0, 0) & 0xffffff;
    }

    @Test
    void theWheelIsRedToTheRightAndWhiteInTheMiddle() {
        assertEquals(0xffffff, rgb(0, 0));
        assertEquals(0xd90000, rgb(4, 0));
        assertEquals(0xd90000, rgb(400, 0), "more than the most is the most");
        assertEquals(0x00d9d9, rgb(-4, 0));
        assertEquals(0xd9a300, rgb(4, 4), "down and right is between red and yellow");
    }

    @Test
    void heatIsDarkWithoutErrorAndGreyWithoutMeasure() {
        Plane squares = new Plane(3, 1, new float[] {0, 0.04f, Float.NaN});
        assertEquals(0x000004, Pictures.heat(squares, 0.2).getRGB(0, 0) & 0xffffff);
        assertEquals(0xfcffa4, Pictures.heat(squares, 0.2).getRGB(1, 0) & 0xffffff);
        assertEquals(0x70757a, Pictures.heat(squares, 0.2).getRGB(2, 0) & 0xffffff);
    }

    @Test
    void heatGetsLighterWithEveryStep() {
        double before = -1;
        for (int i = 0; i <= 100; i++) {
            int c = Pictures.heat(i / 100.0);
            double luma = 0.2126 * (c >> 16) + 0.7152 * (c >> 8 & 0xff) + 0.0722 * (c & 0xff);
            assertEquals(1, Math.signum(luma - before), i + " %");
            before = luma;
        }
    }

    @Test
    void picturesAreTurnedAsPlayersTurnThem() {
        Image image = new Image(2, 1, new float[] {1, 2, 1, 2, 1, 2});
        assertArrayEquals(new float[] {1, 2, 1, 2, 1, 2}, Panel.turned(image, 90).data(), "left is on top");
        assertEquals(1, Panel.turned(image, 90).width());
        assertArrayEquals(new float[] {2, 1, 2, 1, 2, 1}, Panel.turned(image, 180).data());
        assertArrayEquals(new float[] {2, 1, 2, 1, 2, 1}, Panel.turned(image, 270).data(), "left is below");
    }

    @Test
    void smallerIsTheMean() {
        Image image = new Image(3, 2, new float[] {1, 2, 9, 3, 4, 9, 0, 0, 9, 0, 0, 9, 1, 1, 9, 1, 1, 9});
        assertArrayEquals(new float[] {2.5f, 0, 1}, Panel.smaller(image, 2).data());
    }
}
