using System.CommandLine;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Mail;
using ProjectCycle.Web.Startup;

namespace ProjectCycle.Web.Verbs;

/// <summary><c>check-templates</c>: reads cycle and mail templates and says what is in them, or each fault with file and line.</summary>
internal static class CheckTemplatesVerb
{
    public static Command Create(Func<WebApplication> build)
    {
        var folder = new Option<DirectoryInfo?>("--folder") { Description = "A folder with 'cycles' and 'mail' in it; that of the program when left out." };
        var command = new Command("check-templates", "Check the cycle and mail templates without starting.") { folder };
        command.SetAction(async (parsed, _) =>
        {
            await using var app = build();
            var templates = parsed.GetValue(folder)?.FullName ?? app.Services.GetRequiredService<Settings>().TemplatesDirectory;
            var loaded = TemplateLoader.LoadFolder(Path.Combine(templates, "cycles"));
            var mail = MailComposer.Load(Path.Combine(templates, "mail")).Faults;
            foreach (var template in loaded.Templates)
                Console.WriteLine(Describe(template.Template));
            foreach (var fault in loaded.Faults.Select(f => f.ToString()).Concat(mail))
                await Console.Error.WriteLineAsync(fault);
            return loaded.IsSound && mail.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static string Describe(CycleTemplate template)
    {
        var gates = template.Moves.Where(m => m.Gate.Count > 0).ToList();
        return $"{template.Id} version {template.Version}: {template.Stages.Count} stages, {gates.Count} gates, "
            + $"{gates.Sum(m => m.Gate.Count)} conditions, {template.States.Sum(s => s.Deadlines.Count)} deadlines ({template.Name.En})";
    }
}
