package org.impasto.measure;

import java.util.Locale;

/**
 * The figures of a frame. {@code SOURCE_} and {@code REFERENCE_} are the same figure of the source (the floor: what the flow, the mask and
 * the film's own grain cost) and of the reference. {@code _10} compares with the frame ten before, {@code _FIRST} with the shot's first.
 * Formula, unit, range and source of each stand at the class that computes it.
 */
public enum Metric {
    /** {@link Residual#eWarp()}. */
    E_WARP, SOURCE_E_WARP, REFERENCE_E_WARP,
    /** {@link Residual#eStab()}. */
    E_STAB, SOURCE_E_STAB, REFERENCE_E_STAB,
    /** {@link Residual#measured()}. */
    MEASURED,
    /** {@link Residual#eWarp()} against the frame ten before. */
    E_WARP_10, SOURCE_E_WARP_10, REFERENCE_E_WARP_10,
    /** {@link Residual#eStab()} against the frame ten before. */
    E_STAB_10, SOURCE_E_STAB_10, REFERENCE_E_STAB_10,
    /** {@link Residual#measured()} against the frame ten before. */
    MEASURED_10,
    /** {@link Residual#eWarp()} against the first frame of the shot. */
    E_WARP_FIRST, SOURCE_E_WARP_FIRST, REFERENCE_E_WARP_FIRST,
    /** {@link Residual#eStab()} against the first frame of the shot. */
    E_STAB_FIRST, SOURCE_E_STAB_FIRST, REFERENCE_E_STAB_FIRST,
    /** {@link Residual#measured()} against the first frame of the shot. */
    MEASURED_FIRST,
    /** {@link Bands}: all bands together. */
    SHARPNESS,
    /** {@link Bands}. */
    SHARPNESS_FINE, SHARPNESS_MIDDLE, SHARPNESS_COARSE,
    /** {@link Structure}. */
    STRUCTURE_DISTANCE,
    /** {@link Palette}. */
    PALETTE_DISTANCE,
    /** {@link Alignment}: with the source's same frame. */
    ALIGNED, SOURCE_ALIGNED, REFERENCE_ALIGNED,
    /** {@link Alignment}: with the source's frame before. */
    ALIGNED_BEFORE, SOURCE_ALIGNED_BEFORE, REFERENCE_ALIGNED_BEFORE,
    /** {@link Alignment}: with the source's frame after. */
    ALIGNED_AFTER, SOURCE_ALIGNED_AFTER, REFERENCE_ALIGNED_AFTER,
    /** {@link Alignment}: with the reference's same frame, the one before, the one after. */
    MATCHED, MATCHED_BEFORE, MATCHED_AFTER,
    /** {@link Moving}. */
    CHANGE, SOURCE_CHANGE, REFERENCE_CHANGE,
    /** {@link Moving#share()}. */
    MOVING,
    /** {@link Drift}. */
    DRIFT, SOURCE_DRIFT, REFERENCE_DRIFT,
    /** {@link Drift#share()}. */
    STATIC,
    /** {@link Ghosting}. */
    GHOSTING, SOURCE_GHOSTING, REFERENCE_GHOSTING,
    /** Share of the picture's pixels, 0 to 1, that show what the frame before hid. */
    UNCOVERED;

    /** Its name in files: {@code e_warp_10}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
