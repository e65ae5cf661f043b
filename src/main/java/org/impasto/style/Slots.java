package org.impasto.style;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The idle slots of a network: kept for the sizes of one clip, freed with the next clip's. For any thread. */
final class Slots implements AutoCloseable {
    private final Signature signature;
    private final List<Slot> idle = new ArrayList<>();
    private Canvas frame;

    Slots(Signature signature) {
        this.signature = signature;
    }

    /** Frames are of that size from now on; slots that were made for those before are freed. */
    synchronized void madeFor(Canvas canvas) {
        if (!canvas.equals(frame)) {
            close();
            frame = canvas;
        }
    }

    /** An idle one of that size, or a new one. */
    Slot take(Canvas canvas) throws OrtException {
        synchronized (this) {
            for (Iterator<Slot> slots = idle.iterator(); slots.hasNext();) {
                Slot slot = slots.next();
                if (slot.canvas().equals(canvas)) {
                    slots.remove();
                    return slot;
                }
            }
        }
        return new Slot(signature, canvas);
    }

    synchronized void give(Slot slot) {
        idle.add(slot);
    }

    @Override
    public synchronized void close() {
        idle.forEach(Slot::close);
        idle.clear();
    }
}
