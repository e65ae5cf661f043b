package org.impasto.render;

import java.io.IOException;
import org.impasto.store.Manifest;
import org.impasto.store.RenderStore;
import org.impasto.store.Stored;

/** The survey of a render's clip: the one in the store where it is of the same file and reaches far enough, else a new one. */
final class Surveys {
    private static final String NAME = "survey.json";

    private final RenderStore store;
    private final String inputSha256;

    Surveys(RenderStore store, String inputSha256) {
        this.store = store;
        this.inputSha256 = inputSha256;
    }

    Survey get(RenderRequest request, RenderListener listener, StageClock clock, Cancellation cancellation) {
        Manifest manifest = store.manifest();
        if (inputSha256.equals(manifest.inputSha256()) && manifest.survey() != null && store.isIntact(manifest.survey())) {
            try {
                Survey known = Surveyor.read(store.path(manifest.survey()));
                if (known.whole() || known.covers(request) && request.direction().isEmpty()) {
                    return known;
                }
            } catch (IOException e) {
                // Made anew.
            }
        }
        Survey survey = Surveyor.run(request, listener, clock, cancellation);
        if (store.isWritable()) {
            Stored stored = store.publish(NAME, file -> Surveyor.write(survey, file));
            store.survey(inputSha256, stored);
        }
        return survey;
    }
}
