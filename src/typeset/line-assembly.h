/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/words.h"

G_BEGIN_DECLS

typedef enum
{
  AFT_PIECE_WORD,
  AFT_PIECE_SPACE,
  AFT_PIECE_LOST_SPACE, /* that a line was broken at */
  AFT_PIECE_HYPHEN,     /* of the soft hyphen before it */
} AftPieceType;

/* What a line is filled with. */
typedef struct
{
  const AftWord *word;
  guint          offset;  /* bytes in the text */
  guint          segment; /* of one look and one set of attributes */
  AftPieceType   type;
} AftPiece;

/* Lines from shaped words, one after the other: the words of one line and segment are drawn as one
 * run. */
typedef struct _AftLineAssembly AftLineAssembly;

AftLineAssembly *aft_line_assembly_new (void);
void             aft_line_assembly_free (AftLineAssembly *self);
/* width: of the pieces, in Pango units; start: in points. The words are not needed afterwards. */
void aft_line_assembly_add (AftLineAssembly *self,
                            const AftPiece  *pieces,
                            guint            n_pieces,
                            int              width,
                            double           start,
                            gboolean         is_continued);
/* The lines, of that text; the assembly is freed. */
AftLines *aft_line_assembly_finish (AftLineAssembly *self, const char *text, gsize length);

G_END_DECLS
