using System.Security.Cryptography;

namespace ProjectCycle.Features.Documents;

/// <summary>Where the files live, from the setting <c>ProjectCycle:DataDirectory</c>.</summary>
/// <param name="DataDirectory">Absolute path.</param>
public sealed record DataFolder(string DataDirectory)
{
    /// <summary>A folder inside, made when missing.</summary>
    public string Sub(string name) => Directory.CreateDirectory(Path.Combine(DataDirectory, name)).FullName;
}

/// <summary>A file as the store keeps it.</summary>
/// <param name="Hash">Lower-case hex SHA-256 of the bytes: also its name.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Hash, long Size);

/// <summary>
/// Content-addressed files in the data folder: the same bytes are kept once, nothing is overwritten. A file is complete and
/// flushed before its name exists, so a row that names it never points at half of it.
/// </summary>
public sealed class FileStore(DataFolder folder)
{
    private readonly string _files = folder.Sub("files");
    private readonly string _incoming = folder.Sub("incoming");

    /// <summary>Takes over <paramref name="content"/>.</summary>
    public async Task<StoredFile> SaveAsync(Stream content, CancellationToken cancellation)
    {
        var incoming = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var stored = await WriteAsync(content, incoming, cancellation);
            var path = PathOf(stored.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
                File.Move(incoming, path, overwrite: true);
            return stored;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>Opens the file with this hash for reading; one that is missing throws, since a row promised it.</summary>
    public FileStream Open(string hash) => new(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);

    /// <summary>A file to work in that is gone when it is closed.</summary>
    public FileStream OpenScratch() => new(
        Path.Combine(_incoming, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    private string PathOf(string hash) => Path.Combine(_files, hash[..2], hash);

    private static async Task<StoredFile> WriteAsync(Stream content, string path, CancellationToken cancellation)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; size += read)
        {
            sha.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        file.Flush(flushToDisk: true);
        return new StoredFile(Convert.ToHexStringLower(sha.GetHashAndReset()), size);
    }
}
