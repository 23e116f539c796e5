// Runs one pass of a convolution with oneDNN's primitives when told to. Reads a command a line on stdin and answers each with a line on
// stdout:
//
//   versions                  -> versions oneDNN 2.6.3
//   conv PASS ALGORITHM BATCH -> ready jit:avx512_core    (direct or winograd)
//                             or none winograd: could not create ...   (the library has none for this processor)
//   run WARM COUNT            -> us 912.7                 (the mean of COUNT runs, after WARM untimed ones)
//
// The convolution is the second one of the CNN: 13x13x32 -> 11x11x64, 3x3, with a bias. Every tensor has the layout that oneDNN
// likes best, and reordering into it is not timed. OMP_NUM_THREADS says with how many threads.

#include <chrono>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include <oneapi/dnnl/dnnl.hpp>

using namespace dnnl;

namespace {

using any = memory::format_tag;

memory::desc anyLayout(memory::dims sizes) { return {std::move(sizes), memory::data_type::f32, any::any}; }

struct Pass {
    primitive run;
    std::unordered_map<int, memory> arguments;
    std::string implementation;
};

// Fills a tensor in whatever layout it has: the values don't matter, as long as none is subnormal.
memory filled(const memory::desc& layout, const engine& cpu) {
    memory tensor(layout, cpu);
    auto* values = static_cast<float*>(tensor.get_data_handle());
    for (size_t i = 0; i < layout.get_size() / sizeof(float); i++) {
        values[i] = 0.5f + 0.001f * static_cast<float>(i % 97);
    }
    return tensor;
}

class Convolution {
public:
    Convolution(algorithm kind, int batch)
        : kind_(kind),
          x_(anyLayout({batch, 32, 13, 13})),
          w_(anyLayout({64, 32, 3, 3})),
          b_(anyLayout({64})),
          y_(anyLayout({batch, 64, 11, 11})) {}

    Pass forward() const {
        auto description = forwardDescription();
        return {convolution_forward(description),
                {{DNNL_ARG_SRC, filled(description.src_desc(), cpu_)},
                 {DNNL_ARG_WEIGHTS, filled(description.weights_desc(), cpu_)},
                 {DNNL_ARG_BIAS, filled(description.bias_desc(), cpu_)},
                 {DNNL_ARG_DST, filled(description.dst_desc(), cpu_)}},
                description.impl_info_str()};
    }

    Pass backwardData() const {
        convolution_backward_data::primitive_desc description(
            {kind_, x_, w_, y_, strides_, padding_, padding_}, cpu_, forwardDescription());
        return {convolution_backward_data(description),
                {{DNNL_ARG_DIFF_DST, filled(description.diff_dst_desc(), cpu_)},
                 {DNNL_ARG_WEIGHTS, filled(description.weights_desc(), cpu_)},
                 {DNNL_ARG_DIFF_SRC, filled(description.diff_src_desc(), cpu_)}},
                description.impl_info_str()};
    }

    Pass backwardWeights() const {
        convolution_backward_weights::primitive_desc description(
            {kind_, x_, w_, b_, y_, strides_, padding_, padding_}, cpu_, forwardDescription());
        return {convolution_backward_weights(description),
                {{DNNL_ARG_SRC, filled(description.src_desc(), cpu_)},
                 {DNNL_ARG_DIFF_DST, filled(description.diff_dst_desc(), cpu_)},
                 {DNNL_ARG_DIFF_WEIGHTS, filled(description.diff_weights_desc(), cpu_)},
                 {DNNL_ARG_DIFF_BIAS, filled(description.diff_bias_desc(), cpu_)}},
                description.impl_info_str()};
    }

    stream makeStream() const { return stream(cpu_); }

private:
    convolution_forward::primitive_desc forwardDescription() const {
        return {{prop_kind::forward_training, kind_, x_, w_, b_, y_, strides_, padding_, padding_}, cpu_};
    }

    engine cpu_{engine::kind::cpu, 0};
    algorithm kind_;
    memory::desc x_, w_, b_, y_;
    memory::dims strides_{1, 1}, padding_{0, 0};
};

double meanMicroseconds(const Pass& pass, stream& queue, int warm, int count) {
    for (int i = 0; i < warm; i++) {
        pass.run.execute(queue, pass.arguments);
    }
    queue.wait();
    auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < count; i++) {
        pass.run.execute(queue, pass.arguments);
    }
    queue.wait();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count() / count;
}

}  // namespace

int main() {
    std::unique_ptr<Convolution> convolution;
    std::unique_ptr<stream> queue;
    Pass pass;
    std::string line;
    while (std::getline(std::cin, line)) {
        std::istringstream words(line);
        std::string command;
        words >> command;
        if (command == "versions") {
            const version_t* v = version();
            std::cout << "versions oneDNN " << v->major << '.' << v->minor << '.' << v->patch << std::endl;
        } else if (command == "conv") {
            std::string name, kind;
            int batch = 0;
            words >> name >> kind >> batch;
            convolution = std::make_unique<Convolution>(
                kind == "winograd" ? algorithm::convolution_winograd : algorithm::convolution_direct, batch);
            queue = std::make_unique<stream>(convolution->makeStream());
            try {
                pass = name == "forward" ? convolution->forward()
                    : name == "backward-data" ? convolution->backwardData()
                                              : convolution->backwardWeights();
                std::cout << "ready " << pass.implementation << std::endl;
            } catch (const error& missing) {
                std::cout << "none " << kind << ": " << missing.what() << std::endl;
            }
        } else if (command == "run") {
            int warm = 0, count = 0;
            words >> warm >> count;
            std::cout << "us " << meanMicroseconds(pass, *queue, warm, count) << std::endl;
        } else {
            std::cout << "error unknown command " << command << std::endl;
        }
    }
}
