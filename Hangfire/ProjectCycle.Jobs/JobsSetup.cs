using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProjectCycle.Data;
using ProjectCycle.Features.Background;
using ProjectCycle.Jobs.Background;
using ProjectCycle.Jobs.Engine;
using ProjectCycle.Jobs.Outbox;
using ProjectCycle.Jobs.Reminders;
using ProjectCycle.Jobs.Reports;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Jobs;

/// <summary>Wires background work.</summary>
public static class JobsSetup
{
    /// <summary>Registers jobs, pump, schedule and engine; the engine starts with the host when <see cref="JobsOptions.Enabled"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, JobsOptions options, DatabaseProvider provider, string connectionString)
    {
        services.AddSingleton(options);
        services.AddSingleton<IJobEngine>(root => new QuartzJobEngine(
            provider == DatabaseProvider.Postgres ? connectionString : null,
            root.GetRequiredService<ILoggerFactory>(),
            QuartzJobEngine.FewestWorkers + OutboxPump.Lanes(options))); // a round of the pump lasts as long as its slowest lane
        services.AddSingleton<Schedule>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<OutboxPump>();
        services.AddScoped<PlanRemindersJob>();
        services.AddScoped<PurgeJob>();
        services.AddSingleton<IWorkbookWriter, OpenXmlWorkbookWriter>();
        services.AddScoped<IReportFile, PortfolioWorkbookFile>();
        services.AddScoped<IReportFile, ObstacleWorkbookFile>();
        services.AddScoped<IReportFile, ReminderCertificateFile>();
        services.AddScoped<IReportFile, WithdrawalRegisterFile>();
        services.AddScoped<IReportFile, ExpenditureFile>();
        services.AddScoped<IReportFile, ContractBookFile>();
        services.AddScoped<IReportFile, CategoryReportFile>();
        services.AddScoped<IReportFile, PerformanceFile>();
        services.AddScoped<IReportFile, QuarterReportFile>();
        services.AddScoped<IReportFile, WithdrawalPlanFile>();
        services.AddScoped<IOutboxHandler, BuildReport>();
        if (options.Enabled)
            services.AddHostedService<JobsHost>();
        return services;
    }
}
