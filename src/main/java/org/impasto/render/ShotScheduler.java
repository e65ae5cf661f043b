package org.impasto.render;

import java.util.List;

/**
 * Has all shots of a plan rendered into the store, in any order and on any machine: a shot's segments depend on nothing but the files that
 * their fingerprints stand for.
 */
interface ShotScheduler {
    /**
     * Returns when all segments are in the store.
     *
     * @param plan segments in order, by shot
     * @throws org.impasto.ImpastoException the first failure, when nothing runs any more
     */
    void run(List<List<Segment>> plan);
}
