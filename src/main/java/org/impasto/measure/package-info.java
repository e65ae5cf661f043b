/**
 * Coherence, sharpness, structure and drift figures over frames. {@code ClipMeter} measures whole clips; {@code Metric} lists the
 * figures, and the class that computes each has its formula, unit, range and source.
 */
package org.impasto.measure;
