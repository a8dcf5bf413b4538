/* A library with the functions of whisper.cpp 1.7.1 and one GPU, for tests of what can go wrong with
 * such a build. It hears nothing. Compiled by FakeWhisper with one of these defined:
 *   WORKS       the GPU computes
 *   ABORTS      a model on the GPU ends the process, as a failing CUDA call does
 *   NO_MEMORY   a model does not fit on the GPU
 *   NO_GPU      the driver finds no GPU
 *   FOREIGN     the parameters lie as in no known version
 *   INCOMPLETE  a function is missing
 *   DEADLY      it cannot even be loaded */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef DEADLY
__attribute__((constructor)) static void die(void) { abort(); }
#endif

typedef struct { char bytes[264]; } full_params;
typedef struct { bool use_gpu; bool flash; int gpu; char rest[40]; } context_params;
typedef struct { char bytes[56]; } token_data;
typedef void (*listener)(int level, const char *text, void *data);

static listener log_listener;
static bool on_gpu;

static void say(const char *text) {
    if (log_listener) log_listener(4, text, NULL);
}

static void number(full_params *params, size_t at, int32_t value) { memcpy(params->bytes + at, &value, 4); }
static void real(full_params *params, size_t at, float value) { memcpy(params->bytes + at, &value, 4); }

full_params whisper_full_default_params(int strategy) {
    const char *english = "en";
    full_params params;
    memset(&params, 0, sizeof params);
    number(&params, 4, 4);
    number(&params, 8, 16384);
    params.bytes[21] = 1;
    params.bytes[25] = 1;
    real(&params, 32, 0.01f);
    memcpy(params.bytes + 96, &english, sizeof english);
    real(&params, 116, -1);
    real(&params, 120, 0.2f);
    real(&params, 124, 2.4f);
    real(&params, 128, -1);
    real(&params, 132, 0.6f);
    number(&params, 136, 5);
    number(&params, 140, 5);
    real(&params, 256, 100);
#ifdef FOREIGN
    memmove(params.bytes + 16, params.bytes + 8, 248);
#endif
    return params;
}

context_params whisper_context_default_params(void) {
    context_params params;
    memset(&params, 0, sizeof params);
    params.use_gpu = true;
    return params;
}

void *whisper_init_from_file_with_params_no_state(const char *file, context_params params) {
    on_gpu = params.use_gpu;
#ifdef ABORTS
    if (on_gpu) {
        say("whisper_backend_init_gpu: using CUDA0 backend\n");
        fprintf(stderr, "fake.cu:1: CUDA error: an illegal memory access was encountered\n");
        abort();
    }
#endif
#ifdef NO_MEMORY
    if (on_gpu) {
        say("ggml_backend_cuda_buffer_type_alloc_buffer: cudaMalloc failed: out of memory\n");
        return NULL;
    }
#endif
    return &on_gpu;
}

void *whisper_init_state(void *context) {
#ifdef NO_GPU
    if (on_gpu) say("whisper_backend_init_gpu: no GPU found\n");
#else
    if (on_gpu) say("whisper_backend_init_gpu: using CUDA0 backend\n");
#endif
    return &on_gpu;
}

int whisper_full_with_state(void *c, void *s, full_params p, const float *samples, int n) { return 0; }
void whisper_free(void *context) {}
void whisper_free_state(void *state) {}
void whisper_log_set(listener heard, void *data) { log_listener = heard; }
const char *whisper_print_system_info(void) { return "CUDA = 1"; }
int whisper_is_multilingual(void *context) { return 0; }
int whisper_token_eot(void *context) { return 50256; }
int whisper_lang_id(const char *code) { return 0; }
const char *whisper_lang_str(int id) { return "en"; }
int whisper_full_lang_id_from_state(void *state) { return 0; }
int whisper_full_n_segments_from_state(void *state) { return 0; }
int64_t whisper_full_get_segment_t0_from_state(void *state, int i) { return 0; }
int64_t whisper_full_get_segment_t1_from_state(void *state, int i) { return 0; }
int whisper_full_n_tokens_from_state(void *state, int i) { return 0; }
const char *whisper_token_to_str(void *context, int token) { return ""; }
#ifndef INCOMPLETE
token_data whisper_full_get_token_data_from_state(void *state, int i, int t) {
    token_data token;
    memset(&token, 0, sizeof token);
    return token;
}
#endif

void *ggml_backend_cuda_init(int device) { return NULL; }
#ifdef NO_GPU
size_t ggml_backend_dev_count(void) { return 0; }
#else
size_t ggml_backend_dev_count(void) { return 1; }
#endif
void *ggml_backend_dev_get(size_t index) { return &on_gpu; }
const char *ggml_backend_dev_name(void *device) { return "CUDA0"; }
const char *ggml_backend_dev_description(void *device) { return "Imaginary 9000"; }
