/** ONNX style networks: what a model expects, sessions, devices. The only package that sees ONNX Runtime's types. */
package org.impasto.style;
