using System.CommandLine;
using ProjectCycle.Domain.Language;
using ProjectCycle.Features.Reports;
using ProjectCycle.Jobs.Reports;

namespace ProjectCycle.Web.Verbs;

/// <summary><c>report NAME --out FILE</c>: the same workbook as the page's export, over every project.</summary>
internal static class ReportVerb
{
    public static Command Create(Func<WebApplication> build)
    {
        var name = new Argument<string>("name") { Description = $"The report: {string.Join(", ", RequestReport.All)}." };
        name.AcceptOnlyFromAmong([.. RequestReport.All]);
        var output = new Option<FileInfo>("--out") { Description = "The file to write.", Required = true };
        var query = new Option<string>("--query") { Description = "The filter as the page's address holds it, such as \"?state=appraisal\".", DefaultValueFactory = _ => "" };
        var language = new Option<string>("--language") { Description = "id or en.", DefaultValueFactory = _ => Languages.Indonesian };
        language.AcceptOnlyFromAmong([.. Languages.All]);
        var command = new Command("report", "Make a workbook.") { name, output, query, language };
        command.SetAction((parsed, cancellation) => Verb.RunAsync(
            build,
            async services =>
            {
                await using var file = new FileStream(parsed.GetValue(output)!.FullName, FileMode.Create, FileAccess.ReadWrite);
                var rows = await services.GetServices<IReportFile>().Single(report => report.Name == parsed.GetValue(name))
                    .WriteAsync(parsed.GetValue(query)!, parsed.GetValue(language)!, file, null, cancellation);
                Console.WriteLine($"{file.Name}: {rows} rows, {file.Length} bytes");
                return 0;
            },
            cancellation));
        return command;
    }
}
