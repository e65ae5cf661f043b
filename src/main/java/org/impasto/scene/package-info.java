/**
 * Synthetic footage with exact motion: small clips that look filmed, and for every frame the true flow and occlusion.
 *
 * <p>A scene is a stack of layers, each a picture with an outline in its own coordinates, moved by an affine map per
 * instant. Layers of the large clips are painted once by the ray tracer in {@link org.impasto.scene.bake}; a frame is
 * the mean of the stack over the time the shutter is open. All is a pure function of the frame's number.
 */
package org.impasto.scene;
