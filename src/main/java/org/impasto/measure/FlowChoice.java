package org.impasto.measure;

import java.nio.file.Path;
import org.impasto.flow.DisFlow;
import org.impasto.flow.FarnebackFlow;
import org.impasto.flow.HalfSizeFlow;

/** The flow to measure with, by the name that the command line has for it. */
final class FlowChoice {
    private FlowChoice() {
    }

    /**
     * Opens the flow; the caller closes it.
     *
     * @param choice dis, farneback, or a folder
     * @param source the clip
     */
    static MotionSource open(String choice, Path source) {
        switch (choice) {
            case "farneback":
                return new EstimatedMotion(new FarnebackFlow(), new HalfSizeFlow(new FarnebackFlow()), "farneback, estimated from the source (impasto renders with dis, of another family)");
            case "dis":
                return new EstimatedMotion(new DisFlow(DisFlow.Preset.MEDIUM), new DisFlow(DisFlow.Preset.MEDIUM),
                        "dis, estimated from the source (the family that impasto renders with: flatters its renders)");
            default:
                return FolderMotion.open(Path.of(choice), source);
        }
    }
}
