/** Pictures as plain float arrays on the Java heap: what every other package passes around. */
package org.impasto.image;
