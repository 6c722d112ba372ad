using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using ProjectCycle.Domain.Evidence;

namespace ProjectCycle.Reports.Evidence;

/// <summary>
/// Writes an evidence pack as a ZIP: <c>index.html</c> and <c>index.csv</c>, the documents, <c>template.yaml</c> and
/// <c>SHA256SUMS</c> over all of them in the form that <c>sha256sum -c</c> reads.
/// </summary>
public static class EvidencePackWriter
{
    /// <summary>Name of the list of hashes in the pack.</summary>
    public const string Sums = "SHA256SUMS";

    /// <summary>Writes the pack; every document is hashed again on its way, and one that is not what the record says throws.</summary>
    /// <param name="pack">What to write.</param>
    /// <param name="open">Opens a file of it.</param>
    /// <param name="stream">Where to; need not be seekable.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task WriteAsync(EvidencePack pack, Func<PackFile, Stream> open, Stream stream, CancellationToken cancellation)
    {
        var names = NamesOf(pack);
        var texts = new EvidenceTexts(pack);
        var sums = new StringBuilder();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        await AddAsync("index.html", EvidenceIndex.Html(pack, texts, names));
        await AddAsync("index.csv", Csv(pack, texts, names));
        await AddAsync("template.yaml", Encoding.UTF8.GetBytes(pack.TemplateText));
        foreach (var file in pack.Files)
            await CopyAsync(file, names[file.VersionId]);
        await using var list = zip.CreateEntry(Sums).Open();
        await list.WriteAsync(Encoding.UTF8.GetBytes(sums.ToString()), cancellation);

        async Task AddAsync(string name, byte[] content)
        {
            sums.Append(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(content))}  {name}\n");
            await using var entry = zip.CreateEntry(name).Open();
            await entry.WriteAsync(content, cancellation);
        }

        async Task CopyAsync(PackFile file, string name)
        {
            sums.Append(CultureInfo.InvariantCulture, $"{file.Hash}  {name}\n");
            await using var source = open(file);
            await using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            using var sha = SHA256.Create();
            await using var hashed = new CryptoStream(source, sha, CryptoStreamMode.Read);
            await hashed.CopyToAsync(entry, cancellation);
            if (Convert.ToHexStringLower(sha.Hash!) != file.Hash)
                throw new InvalidDataException($"Document version {file.VersionId} is not what was stored: its bytes have changed.");
        }
    }

    /// <summary>A name for the file of the pack itself.</summary>
    public static string FileName(EvidencePack pack) =>
        string.Create(CultureInfo.InvariantCulture, $"{pack.ProjectCode}-{(pack.Language == "en" ? "evidence" : "bukti")}-{pack.PassedOn ?? DateOnly.FromDateTime(pack.MadeAt):yyyy-MM-dd}.zip");

    /// <summary>Two documents may have been uploaded under one name, so each is numbered.</summary>
    private static Dictionary<Guid, string> NamesOf(EvidencePack pack) =>
        pack.Files.Select((file, i) => (file, i)).ToDictionary(f => f.file.VersionId, f => string.Create(CultureInfo.InvariantCulture, $"documents/{f.i + 1:000}-{f.file.FileName}"));

    private static byte[] Csv(EvidencePack pack, EvidenceTexts texts, Dictionary<Guid, string> names)
    {
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.Preamble); // for Excel
        // No cell may run as a formula in a spreadsheet.
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([.. texts.Columns]);
            foreach (var condition in pack.Conditions)
                foreach (var evidence in condition.Evidence.DefaultIfEmpty())
                    csv.WriteRecord([condition.Code, condition.Text, texts.Standing(condition), .. Cells(evidence, texts, names)]);
        }
        return stream.ToArray();
    }

    private static IEnumerable<string> Cells(PackEvidence? evidence, EvidenceTexts texts, Dictionary<Guid, string> names) => evidence is null
        ? ["", "", "", "", "", "", "", ""]
        :
        [
            texts.Kind(evidence), texts.Title(evidence), texts.Details(evidence), evidence.By ?? "", texts.At(evidence),
            evidence.File is { } file ? names[file.VersionId] : "", evidence.File?.Size.ToString(CultureInfo.InvariantCulture) ?? "", evidence.File?.Hash ?? "",
        ];
}
