/** Finds the cuts of a clip: where the coherence state must be empty. */
package org.impasto.shots;
