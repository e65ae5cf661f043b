/** Writing ONNX networks: for export after training and for networks made in tests. Rendering never loads it. */
package org.impasto.style.onnx;
