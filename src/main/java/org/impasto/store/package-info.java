/** The render store: a folder with what a render has finished, and the manifest that says what it holds. Knows nothing of painting. */
package org.impasto.store;
