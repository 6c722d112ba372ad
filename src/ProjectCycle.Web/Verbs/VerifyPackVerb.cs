using System.CommandLine;
using ProjectCycle.Reports.Evidence;

namespace ProjectCycle.Web.Verbs;

/// <summary><c>verify-pack FILE</c>: says whether an evidence pack is whole. Needs no database and no account.</summary>
internal static class VerifyPackVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The pack, a ZIP." };
        file.AcceptExistingOnly();
        var command = new Command("verify-pack", "Check that nothing in an evidence pack was changed, removed or added.") { file };
        command.SetAction(parsed =>
        {
            using var pack = parsed.GetValue(file)!.OpenRead();
            var verdict = EvidencePackCheck.Check(pack);
            foreach (var fault in verdict.Faults)
                Console.Error.WriteLine(fault);
            Console.WriteLine($"{verdict.Files} files are as they were put in, {verdict.Faults.Count} faults.");
            return verdict.Faults.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
