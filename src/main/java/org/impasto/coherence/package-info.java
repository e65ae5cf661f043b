/** The state that travels from frame to frame, and the rule that makes the next stylized frame from it. */
package org.impasto.coherence;
