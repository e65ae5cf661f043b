/** The comparison of two renders for the eye: a folder with both, side by side, the worst frames, and a page that shows them. */
package org.impasto.report;
