using System.CommandLine;
using ProjectCycle.Domain.Language;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Reports.Appraisal;

namespace ProjectCycle.Web.Verbs;

/// <summary><c>appraisal PROJECT</c>: the same appraisal document as the page's button.</summary>
internal static class AppraisalVerb
{
    public static Command Create(Func<WebApplication> build)
    {
        var project = new Argument<string>("project") { Description = "The project's code." };
        var language = new Option<string>("--language") { Description = "id or en.", DefaultValueFactory = _ => Languages.Indonesian };
        language.AcceptOnlyFromAmong([.. Languages.All]);
        var output = new Option<FileInfo?>("--out") { Description = "The file to write; named after project and day in this folder when left out." };
        var command = new Command("appraisal", "Make the appraisal document of a project (.docx).") { project, language, output };
        command.SetAction((parsed, cancellation) => Verb.RunAsync(
            build,
            async services =>
            {
                var code = parsed.GetValue(project)!;
                if (await services.GetRequiredService<AppraisalQuery>().FindAsync(code, parsed.GetValue(language)!, cancellation) is not { } content)
                {
                    await Console.Error.WriteLineAsync($"There is no project {code}.");
                    return 1;
                }
                var file = parsed.GetValue(output)?.FullName ?? Path.GetFullPath(AppraisalDocument.FileName(content));
                var bytes = AppraisalDocument.Write(content);
                await File.WriteAllBytesAsync(file, bytes, cancellation);
                Console.WriteLine($"{file}: {bytes.Length} bytes");
                return 0;
            },
            cancellation));
        return command;
    }
}
