using System.CommandLine;
using ProjectCycle.Web.Startup;
using ProjectCycle.Web.Verbs;

var demo = new Option<bool>("--demo") { Description = "Fill an empty data folder with an office to try the program in; serves this machine only." };
var root = new RootCommand("ProjectCycle: cooperation projects of regional governments through their six stages.") { demo };
root.TreatUnmatchedTokensAsErrors = false; // the rest is configuration, such as --urls or --ProjectCycle:DataDirectory

// Configuration takes the word after a bare --name for its value, and --demo has none.
WebApplication Build(bool isDemo) => ProgramSetup.Build([.. args.Where(arg => arg != "--demo")], isDemo);
root.SetAction(async (parsed, cancellation) => await Serve.RunAsync(Build(parsed.GetValue(demo)), cancellation));
foreach (var create in new Func<Func<WebApplication>, Command>[]
{
    CheckTemplatesVerb.Create, MigrateVerb.Create, SeedVerb.Create, ReportVerb.Create, AppraisalVerb.Create, RemindVerb.Create,
})
{
    root.Subcommands.Add(create(() => Build(isDemo: false)));
}

root.Subcommands.Add(VerifyPackVerb.Create());

// The host handles Ctrl+C itself; and what goes wrong at start should be seen with its stack, not as a usage hint.
var running = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
return await root.Parse(args).InvokeAsync(running);

/// <summary>The program; named so that tests can start it.</summary>
public partial class Program;
