package org.impasto.render;

/** Renders clips. */
public final class Renderer {
    /**
     * Renders a clip and returns when the complete file is at the output path.
     *
     * @throws org.impasto.ImpastoException where the request cannot be fulfilled; then nothing is at the output path
     *     that was not there before
     */
    public RenderReport render(RenderRequest request, RenderListener listener, Cancellation cancellation) {
        throw new UnsupportedOperationException("not written yet");
    }
}
