package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.cuda_device_count;
import static org.bytedeco.pytorch.global.torch.cuda_is_available;
import static org.bytedeco.pytorch.global.torch.globalContext;

import java.util.function.Consumer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.impasto.ImpastoException.DeviceUnavailable;
import org.impasto.ImpastoException.Usage;
import org.impasto.style.DeviceChoice;

/** Where tensors are kept and computed: the processor, or a graphics card. What is made here stays here; only files and pictures leave. */
final class Place {
    static final Place PROCESSOR = new Place(new DeviceChoice(DeviceChoice.Kind.CPU, 0));

    private final DeviceChoice choice;
    private final Device device;
    private final TensorOptions options;

    private Place(DeviceChoice choice) {
        this.choice = choice;
        device = new Device(choice.toString());
        options = new TensorOptions(device);
        // Both outlive the scope that they happen to be made in.
        device.retainReference();
        options.retainReference();
    }

    /**
     * The place that was asked for; a card for "auto" where this build and this machine have one.
     *
     * @throws DeviceUnavailable where a card was asked for by name and is not there
     */
    static Place of(DeviceChoice choice, Consumer<String> notes) {
        if (choice.kind() == DeviceChoice.Kind.TENSORRT) {
            throw new Usage("--device: training runs on cpu or cuda, not on " + choice);
        }
        int cards = choice.kind() != DeviceChoice.Kind.CPU && cuda_is_available() ? cuda_device_count() : 0;
        if (choice.kind() == DeviceChoice.Kind.CUDA && choice.index() >= cards) {
            throw new DeviceUnavailable("--device " + choice + " is not available for training: " + (cards > 0 ? "there are " + cards + " cards, counted from 0"
                    : "libtorch finds no card; it needs the build with -Dtrain -Dgpu, NVIDIA's driver, and CUDA 13 with cuDNN 9 where the linker finds them"));
        }
        if (cards == 0) {
            return PROCESSOR;
        }
        // Timing the algorithms anew at each start would choose others, and so other bits.
        globalContext().setBenchmarkCuDNN(false);
        globalContext().setDeterministicCuDNN(true);
        Place place = new Place(new DeviceChoice(DeviceChoice.Kind.CUDA, choice.index()));
        notes.accept("trains on " + place);
        return place;
    }

    Device device() {
        return device;
    }

    Tensor zeros(long... shape) {
        return torch.zeros(shape, options);
    }

    /** Of the normal distribution. */
    Tensor randn(long... shape) {
        return torch.randn(shape, options);
    }

    /** Evenly between 0 and 1. */
    Tensor rand(long... shape) {
        return torch.rand(shape, options);
    }

    Tensor tensor(float[] data, long... shape) {
        return here(Pictures.tensor(data, shape));
    }

    /** The tensor, brought here where it is elsewhere. */
    Tensor here(Tensor t) {
        return t.to(device, t.scalar_type());
    }

    /** bfloat16 where it is fast. */
    static ScalarType lossType(Tensor of) {
        return of.is_cuda() ? ScalarType.BFloat16 : Precision.LOSS;
    }

    ScalarType lossType() {
        return choice.kind() == DeviceChoice.Kind.CUDA ? ScalarType.BFloat16 : Precision.LOSS;
    }

    /** "cpu", "cuda:0". */
    @Override
    public String toString() {
        return choice.toString();
    }
}
