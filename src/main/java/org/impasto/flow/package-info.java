/**
 * Optical flow, warping and the trust mask: pure functions on images. OpenCV stays behind it.
 *
 * <p>Directions: the <i>backward</i> flow of frame t belongs to the pixels of t and says where each was in t-1; the
 * <i>forward</i> flow belongs to the pixels of t-1 and says where each goes in t.
 */
package org.impasto.flow;
