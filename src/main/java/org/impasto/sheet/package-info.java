/** Contact sheets: pictures side by side, each with its name below. */
package org.impasto.sheet;
