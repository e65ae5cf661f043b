/** Coherence and sharpness figures over frames. */
package org.impasto.measure;
