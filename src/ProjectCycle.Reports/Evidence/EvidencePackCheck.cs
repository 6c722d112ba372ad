using System.IO.Compression;
using System.Security.Cryptography;

namespace ProjectCycle.Reports.Evidence;

/// <summary>What a check of a pack found.</summary>
/// <param name="Files">Files that are what the list of hashes says.</param>
/// <param name="Faults">In words, English as all verbs are; empty when the pack is whole.</param>
public sealed record PackVerdict(int Files, IReadOnlyList<string> Faults);

/// <summary>Checks a pack by itself: every file it lists is there with its hash, and there is none besides.</summary>
public static class EvidencePackCheck
{
    private const int LongestList = 10_000_000;

    /// <summary>Reads the pack from a seekable stream. One that is no ZIP is a fault, not an error.</summary>
    public static PackVerdict Check(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry(EvidencePackWriter.Sums) is not { Length: < LongestList } sums
                ? new PackVerdict(0, [$"There is no {EvidencePackWriter.Sums} in it: this is not an evidence pack."])
                : Check(zip, Read(sums));
        }
        catch (InvalidDataException)
        {
            return new PackVerdict(0, ["The file is not a ZIP, or is damaged."]);
        }
    }

    private static PackVerdict Check(ZipArchive zip, List<(string Hash, string Name)> listed)
    {
        var entries = zip.Entries.Where(e => e.FullName != EvidencePackWriter.Sums).ToLookup(e => e.FullName);
        var faults = new List<string>();
        foreach (var (hash, name) in listed)
        {
            if (!entries.Contains(name))
                faults.Add($"{name}: missing");
            else if (entries[name].Any(entry => HashOf(entry) != hash))
                faults.Add($"{name}: changed, it is not what was put in");
        }
        faults.AddRange(listed.GroupBy(l => l.Name).Where(same => same.Count() > 1).Select(same => $"{same.Key}: listed twice"));
        faults.AddRange(entries.Select(e => e.Key).Except(listed.Select(l => l.Name)).Select(name => $"{name}: added, it is not in the list"));
        return new PackVerdict(listed.Count - faults.Count(f => !f.EndsWith("list", StringComparison.Ordinal)), faults);
    }

    private static List<(string Hash, string Name)> Read(ZipArchiveEntry sums)
    {
        using var reader = new StreamReader(sums.Open());
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ", 2)).Select(parts => (parts[0], parts.Length == 2 ? parts[1] : ""))];
    }

    private static string HashOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
