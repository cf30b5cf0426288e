/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

#define SECTOR 512

/* A file as the disk has it, and what was written since the last sync. */
typedef struct
{
  char       *name;
  GByteArray *durable;
  GPtrArray  *pending; /* (element-type Write) */
} Disk;

typedef struct
{
  sqlite3_int64 offset;
  GBytes       *bytes; /* NULL: the file was cut at offset */
} Write;

typedef struct
{
  sqlite3_file  base;
  Disk         *disk; /* NULL for files that nobody watches */
  sqlite3_file *real; /* behind this struct */
} FaultFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs  vfs;
static GMutex       mutex;
static guint        n_operations, n_good = G_MAXUINT;
static int          fault;
static GHashTable  *disks; /* by name */
static FaultHook    hook;
static gpointer     hook_data;

static void
write_free (gpointer data)
{
  Write *written = data;

  g_clear_pointer (&written->bytes, g_bytes_unref);
  g_free (written);
}

static void
disk_free (gpointer data)
{
  Disk *disk = data;

  g_free (disk->name);
  g_byte_array_unref (disk->durable);
  g_ptr_array_unref (disk->pending);
  g_free (disk);
}

static void
apply (GByteArray *image, const Write *written)
{
  gsize         length = 0;
  gconstpointer bytes = written->bytes != NULL ? g_bytes_get_data (written->bytes, &length) : NULL;
  guint         end = (guint) written->offset + (guint) length;
  guint         old = image->len;

  if (bytes == NULL || end > old)
    g_byte_array_set_size (image, end);
  if (end > old)
    memset (image->data + old, 0, end - old);
  if (bytes != NULL)
    memcpy (image->data + written->offset, bytes, length);
}

static void
note (FaultFile *file, sqlite3_int64 offset, gconstpointer bytes, int length)
{
  Write *written;

  if (file->disk == NULL)
    return;
  written = g_new0 (Write, 1);
  written->offset = offset;
  written->bytes = bytes != NULL ? g_bytes_new (bytes, length) : NULL;
  g_ptr_array_add (file->disk->pending, written);
}

static void
settle (Disk *disk)
{
  for (guint i = 0; disk != NULL && i < disk->pending->len; i++)
    apply (disk->durable, disk->pending->pdata[i]);
  if (disk != NULL)
    g_ptr_array_set_size (disk->pending, 0);
}

/* The code that the operation has to return, or SQLITE_OK. */
static int
begin_operation (void)
{
  int code = SQLITE_OK;

  g_mutex_lock (&mutex);
  n_operations++;
  if (n_good == 0)
    code = fault;
  else if (n_good != G_MAXUINT)
    n_good--;
  g_mutex_unlock (&mutex);
  return code;
}

static int
end_operation (int code)
{
  if (hook != NULL)
    hook (hook_data);
  return code;
}

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static int
file_close (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
file_read (sqlite3_file *file, void *buffer, int length, sqlite3_int64 offset)
{
  return real (file)->pMethods->xRead (real (file), buffer, length, offset);
}

static int
file_write (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  int code = begin_operation ();

  if (code == SQLITE_OK)
    code = real (file)->pMethods->xWrite (real (file), bytes, length, offset);
  if (code == SQLITE_OK)
    note ((FaultFile *) file, offset, bytes, length);
  return end_operation (code);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code = begin_operation ();

  if (code == SQLITE_OK)
    code = real (file)->pMethods->xTruncate (real (file), size);
  if (code == SQLITE_OK)
    note ((FaultFile *) file, size, NULL, 0);
  return end_operation (code);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  int code = begin_operation ();

  if (code == SQLITE_OK)
    code = real (file)->pMethods->xSync (real (file), flags);
  if (code == SQLITE_OK)
    settle (((FaultFile *) file)->disk);
  return end_operation (code);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xLock (real (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
file_check_lock (sqlite3_file *file, int *is_reserved)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), is_reserved);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return real (file)->pMethods->xFileControl (real (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
file_traits (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static int
file_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **map)
{
  return real (file)->pMethods->xShmMap (real (file), page, size, extend, map);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real (file)->pMethods->xShmLock (real (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  real (file)->pMethods->xShmBarrier (real (file));
}

static int
file_shm_unmap (sqlite3_file *file, int is_deleted)
{
  return real (file)->pMethods->xShmUnmap (real (file), is_deleted);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_traits,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static Disk *
find_disk (const char *path)
{
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  Disk            *disk;

  if (hook == NULL || name == NULL)
    return NULL;
  disk = g_hash_table_lookup (disks, name);
  if (disk == NULL)
    {
      disk = g_new0 (Disk, 1);
      disk->name = g_steal_pointer (&name);
      disk->durable = g_byte_array_new ();
      disk->pending = g_ptr_array_new_with_free_func (write_free);
      g_hash_table_insert (disks, disk->name, disk);
    }
  return disk;
}

static int
vfs_open (sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *fault_file = (FaultFile *) file;
  int        code;

  memset (file, 0, self->szOsFile);
  fault_file->real = (sqlite3_file *) (fault_file + 1);
  code = real_vfs->xOpen (real_vfs, name, fault_file->real, flags, out_flags);
  if (fault_file->real->pMethods != NULL)
    file->pMethods = &methods;
  fault_file->disk = find_disk (name);
  return code;
}

static int
vfs_delete (sqlite3_vfs *self, const char *name, int sync_folder)
{
  g_autofree char *base = g_path_get_basename (name);
  Disk            *disk = disks != NULL ? g_hash_table_lookup (disks, base) : NULL;

  if (disk != NULL)
    {
      g_byte_array_set_size (disk->durable, 0);
      g_ptr_array_set_size (disk->pending, 0);
    }
  return real_vfs->xDelete (real_vfs, name, sync_folder);
}

void
fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "fault";
  vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  sqlite3_vfs_register (&vfs, TRUE);
}

void
fault_vfs_fail_after (guint n, int code)
{
  g_mutex_lock (&mutex);
  n_good = n;
  fault = code;
  g_mutex_unlock (&mutex);
}

void
fault_vfs_heal (void)
{
  fault_vfs_fail_after (G_MAXUINT, SQLITE_OK);
}

guint
fault_vfs_count (void)
{
  guint n;

  g_mutex_lock (&mutex);
  n = n_operations;
  g_mutex_unlock (&mutex);
  return n;
}

void
fault_vfs_watch (FaultHook new_hook, gpointer data)
{
  g_clear_pointer (&disks, g_hash_table_unref);
  if (new_hook != NULL)
    disks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, disk_free);
  hook_data = data;
  hook = new_hook;
}

/* A write of which only the first or only the last sectors arrived. */
static void
apply_torn (GByteArray *image, const Write *written, GRand *rand)
{
  gsize length = g_bytes_get_size (written->bytes);
  gsize cut = g_rand_int_range (rand, 0, (gint32) (length / SECTOR) + 1) * SECTOR;
  gsize start = g_rand_boolean (rand) ? 0 : cut;
  gsize end = start == 0 ? cut : length;
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (written->bytes, start, end - start);
  Write torn = { written->offset + (sqlite3_int64) start, part };

  if (end > start)
    apply (image, &torn);
}

/* The seed 0 forgets everything that was not synced, 1 nothing. */
static void
write_disk (Disk *disk, const char *folder, guint32 seed, GRand *rand)
{
  g_autofree char *path = g_build_filename (folder, disk->name, NULL);
  g_autoptr (GByteArray) image = g_byte_array_new ();

  g_byte_array_append (image, disk->durable->data, disk->durable->len);
  for (guint i = 0; i < disk->pending->len && seed != 0; i++)
    {
      const Write *written = disk->pending->pdata[i];
      int          fate = seed == 1 ? 0 : g_rand_int_range (rand, 0, 3);

      if (fate == 0)
        apply (image, written);
      else if (fate == 1 && written->bytes != NULL)
        apply_torn (image, written, rand);
    }
  g_file_set_contents_full (
      path, (const char *) image->data, image->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

void
fault_vfs_write_image (const char *folder, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GHashTableIter iter;
  gpointer       disk;

  g_hash_table_iter_init (&iter, disks);
  while (g_hash_table_iter_next (&iter, NULL, &disk))
    write_disk (disk, folder, seed, rand);
}
