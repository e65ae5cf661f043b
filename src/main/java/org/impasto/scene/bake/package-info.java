/**
 * A small ray tracer that paints the layers of the synthetic clips: triangles, sun, sky, one bounce of light, haze.
 *
 * <p>Everything here runs once per layer, when a scene is made; the frames are then composed from the finished layers.
 * Lengths are metres, x points right, y up, z away from the camera. Colours are linear-light RGB.
 */
package org.impasto.scene.bake;
