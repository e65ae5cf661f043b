package org.impasto.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.junit.jupiter.api.Test;

/** Sharpness and structure against a reference. */
class FidelityTest {
    private static Plane luma(Image image) {
        return Samples.of(image).luma();
    }

    private static Bands sharpness(Image picture, Image reference) {
        return Bands.of(Samples.of(picture)).relativeTo(Bands.of(Samples.of(reference)));
    }

    @Test
    void theSamePictureIsAsSharpAndHasNoDistance() {
        Image p = Given.noise(1);
        assertEquals(new Bands(1, 1, 1, 1), sharpness(p, p));
        assertEquals(0, Structure.distance(luma(p), luma(p)), 1e-12);
        assertEquals(0, Palette.distance(Samples.of(p), Samples.of(p)));
    }

    @Test
    void halfTheContrastIsAQuarterOfTheEnergyInEveryBand() {
        Bands b = sharpness(Given.mix(Given.flat(0.5f), Given.noise(1), 0.5), Given.noise(1));
        for (double v : new double[] {b.all(), b.fine(), b.middle(), b.coarse()}) {
            assertEquals(0.25, v, 1e-3);
        }
    }

    @Test
    void blurTakesTheFineBandFirst() {
        Bands b = sharpness(Given.blurred(Given.noise(1), 1), Given.noise(1));
        assertEquals(1 / 27.0, b.all(), 0.006, "a difference of two 3 x 3 means that overlap: 6/81 of the variance instead of 2");
        assertTrue(b.fine() < b.middle() && b.middle() < b.coarse(), b.toString());
    }

    @Test
    void noiseMakesAPictureSharperThanItsReference() {
        // Independent noise of the same variance adds its energy: both at half contrast against one at half contrast.
        Image one = Given.mix(Given.flat(0.5f), Given.noise(1), 0.5);
        Image both = Given.mix(Given.noise(2), Given.noise(1), 0.5);
        assertEquals(2, sharpness(both, one).all(), 0.1);
    }

    @Test
    void aFlatReferenceGivesNoFigure() {
        assertTrue(Double.isNaN(sharpness(Given.noise(1), Given.flat(0.5f)).all()));
    }

    @Test
    void flatPicturesDifferByTheirMeansAlone() {
        double expected = 1 - (2 * 0.25 * 0.75 + 1e-4) / (0.25 * 0.25 + 0.75 * 0.75 + 1e-4);
        assertEquals(expected, Structure.distance(luma(Given.flat(0.25f)), luma(Given.flat(0.75f))), 1e-4);
    }

    @Test
    void independentNoiseHasNoStructureInCommon() {
        // 1 - C2 / (2 s² + C2), with the luma's variance s².
        double variance = 0.01 * (0.2126 * 0.2126 + 0.7152 * 0.7152 + 0.0722 * 0.0722);
        double expected = 1 - 9e-4 / (2 * variance + 9e-4);
        assertEquals(expected, Structure.distance(luma(Given.noise(1)), luma(Given.noise(2))), 0.03);
    }

    @Test
    void thePictureTurnedNegativeIsFarther() {
        Image noise = Given.noise(1);
        Image negative = new Image(Given.W, Given.H);
        for (int i = 0; i < negative.data().length; i++) {
            negative.data()[i] = 1 - noise.data()[i];
        }
        assertTrue(Structure.distance(luma(negative), luma(noise)) > 1.5);
    }

    @Test
    void aPictureSmallerThanAWindowHasNoDistance() {
        assertTrue(Double.isNaN(Structure.distance(new Plane(10, 20), new Plane(10, 20))));
    }

    @Test
    void allValuesBrighterAreThatFarInThePalette() {
        assertEquals(0.125, Palette.distance(Samples.of(Given.flat(0.25f)), Samples.of(Given.flat(0.375f))), 1e-12);
    }

    @Test
    void coloursThatLieElsewhereAreTheSamePalette() {
        Image noise = Given.noise(1);
        Image turned = new Image(Given.W, Given.H);
        int n = noise.pixels();
        for (int i = 0; i < turned.data().length; i++) {
            turned.data()[i] = noise.data()[i / n * n + n - 1 - i % n];
        }
        assertEquals(0, Palette.distance(Samples.of(noise), Samples.of(turned)));
        assertTrue(Structure.distance(luma(noise), luma(turned)) > 0.5);
    }
}
