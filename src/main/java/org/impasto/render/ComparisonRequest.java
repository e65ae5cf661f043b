package org.impasto.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be compared.
 *
 * @param coherent the render to compare, and where it goes
 * @param baseline where the same clip goes, painted frame by frame; not looked at where there is another render to compare with
 * @param against another program's render of the same clip, to compare with instead
 * @param followers who looks at the frames
 */
public record ComparisonRequest(RenderRequest coherent, Path baseline, Optional<Path> against, List<Follower> followers) {
    public ComparisonRequest {
        followers = List.copyOf(followers);
    }
}
