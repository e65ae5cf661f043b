package org.impasto.measure;

import java.nio.file.Path;
import org.impasto.flow.DisFlow;
import org.impasto.flow.FarnebackFlow;
import org.impasto.flow.HalfSizeFlow;
import org.impasto.flow.TvL1Flow;

/** The flow to measure with, by the name that the command line has for it. */
final class FlowChoice {
    private FlowChoice() {
    }

    /**
     * Opens the flow; the caller closes it.
     *
     * @param choice farneback, tvl1, dis, or a folder
     * @param source the clip
     */
    static MotionSource open(String choice, Path source) {
        switch (choice) {
            case "farneback":
                return new EstimatedMotion(new FarnebackFlow(), new HalfSizeFlow(new FarnebackFlow()), "farneback, estimated from the source (impasto renders with dis, of another family)");
            case "tvl1":
                return new EstimatedMotion(new TvL1Flow(), new TvL1Flow(), "tvl1, estimated from the source (of another family than the flow that impasto renders with)");
            case "dis":
                return new EstimatedMotion(new DisFlow(DisFlow.Preset.MEDIUM), new DisFlow(DisFlow.Preset.MEDIUM),
                        "dis, estimated from the source (the family that impasto renders with: flatters its renders)");
            default:
                return FolderMotion.open(Path.of(choice), source);
        }
    }
}
