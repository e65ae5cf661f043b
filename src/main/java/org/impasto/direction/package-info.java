/**
 * What the artist decides over time, read from a text file: style, strength, coherence, colours, mattes and pinned frames. Says for each
 * frame what was decided, reads the pictures that belong to it, and makes the frame that is shown from the painted ones.
 */
package org.impasto.direction;
