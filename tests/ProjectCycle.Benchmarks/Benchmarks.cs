using System.CommandLine;

namespace ProjectCycle.Benchmarks;

/// <summary>Not called Program: that is the product's, which is started in here too.</summary>
internal static class Benchmarks
{
    public static async Task<int> Main(string[] args)
    {
        var projects = new Option<int>("--projects") { Description = "How many projects to seed.", DefaultValueFactory = _ => 10_000 };
        var connections = new Option<int>("--connections") { Description = "Requests under way at a time.", DefaultValueFactory = _ => 16 };
        var seconds = new Option<int>("--seconds") { Description = "How long each page is asked for.", DefaultValueFactory = _ => 8 };
        var postgres = new Option<string?>("--postgres") { Description = "Connection string of an empty PostgreSQL database; SQLite when left out." };

        var load = new Command("load", "Seed, serve and measure.") { projects, connections, seconds, postgres };
        load.SetAction((parsed, cancellation) => LoadRun.RunAsync(
            new LoadOptions(parsed.GetValue(projects), parsed.GetValue(connections), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(postgres)),
            cancellation));

        var deadlines = new Option<int>("--deadlines") { Description = "How many open deadlines.", DefaultValueFactory = _ => 200_000 };
        var mornings = new Option<int>("--mornings") { Description = "How many mornings to plan after the first.", DefaultValueFactory = _ => 5 };
        var plan = new Command("plan", "Seed, and measure the planning of reminders.") { projects, deadlines, mornings, postgres };
        plan.SetAction((parsed, cancellation) => PlanRun.RunAsync(
            new PlanOptions(parsed.GetValue(projects), parsed.GetValue(deadlines), parsed.GetValue(mornings), parsed.GetValue(postgres)), cancellation));

        var rows = new Option<int>("--rows") { Description = "How many withdrawal lines, payments and invoices together.", DefaultValueFactory = _ => 500_000 };
        var money = new Command("money", "Seed, fill the ledger, and measure the money of all projects.") { projects, rows, seconds, postgres };
        money.SetAction((parsed, cancellation) => MoneyRun.RunAsync(
            new MoneyOptions(parsed.GetValue(projects), parsed.GetValue(rows), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(postgres)), cancellation));

        var lines = new Option<int>("--lines") { Description = "How many lines of applications for withdrawal.", DefaultValueFactory = _ => 100_000 };
        var times = new Option<int>("--times") { Description = "How often each workbook is made.", DefaultValueFactory = _ => 3 };
        var workbooks = new Command("workbooks", "Seed, fill in applications, and measure the verb that makes their workbooks.") { lines, times, postgres };
        workbooks.SetAction((parsed, cancellation) => WorkbookRun.RunAsync(
            new WorkbookOptions(parsed.GetValue(lines), parsed.GetValue(times), parsed.GetValue(postgres)), cancellation));
        return await new RootCommand("Benchmarks of ProjectCycle.") { load, plan, money, workbooks }.Parse(args).InvokeAsync();
    }
}
