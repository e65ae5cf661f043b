/** Trains style networks with libtorch; an optional part of the build (see models/README.md). Rendering does not need it. */
package org.impasto.train;
