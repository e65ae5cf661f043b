/** Decode, encode, mux and probe; frames and their times. The only package that sees FFmpeg's types. */
package org.impasto.media;
