using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Projects;

/// <summary>The one place where the list's filter and order become a query, for screen and workbook alike.</summary>
internal static class ProjectQueries
{
    /// <summary>The cycle's order, not the alphabet's.</summary>
    private static readonly Expression<Func<Project, int>> StageRank = p =>
        p.State == StateCodes.Identification ? 1
        : p.State == StateCodes.Preparation ? 2
        : p.State == StateCodes.Appraisal ? 3
        : p.State == StateCodes.Negotiation ? 4
        : p.State == StateCodes.Implementation ? 5
        : p.State == StateCodes.Evaluation ? 6
        : p.State == StateCodes.OnHold ? 7
        : p.State == StateCodes.Closed ? 8
        : 9;

    public static IQueryable<Project> Filtered(this AppDbContext db, ProjectListFilter filter, ProjectScope scope, DateOnly today)
    {
        var projects = db.Projects.AsNoTracking().Within(scope);
        foreach (var word in filter.Search.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            projects = projects.Where(p => p.SearchText.Contains(word));
        if (filter.State != "")
            projects = projects.Where(p => p.State == filter.State);
        if (filter.Template != "")
            projects = projects.Where(p => p.TemplateId == filter.Template);
        if (filter.Unit is { } unit)
            projects = projects.Where(p => p.UnitId == unit);
        if (filter.Partner is { } partner)
            projects = projects.Where(p => p.Partners.Any(x => x.PartnerId == partner));
        if (filter.Owner is { } owner)
            projects = projects.Where(p => p.OwnerId == owner);
        if (filter.Region != "")
            projects = projects.Where(p => p.RegionCode == filter.Region || p.RegionCode.StartsWith(filter.Region + "."));
        if (filter.Overdue)
            projects = projects.Where(p => db.OpenDeadlines.Where(d => d.DueOn < today).Select(d => d.ProjectId).Contains(p.Id));
        if (filter.Obstacle != "")
        {
            var open = db.Obstacles.Where(o => o.EndedOn == null && (o.Code == filter.Obstacle || o.Code.StartsWith(filter.Obstacle + ".")));
            projects = projects.Where(p => open.Select(o => o.ProjectId).Contains(p.Id));
        }
        return projects;
    }

    public static IOrderedQueryable<Project> Ordered(this IQueryable<Project> projects, AppDbContext db, ProjectListFilter filter, string language)
    {
        IOrderedQueryable<Project>? ordered = null;
        foreach (var key in filter.Sort)
        {
            var descending = key.StartsWith('-');
            ordered = key.TrimStart('-') switch
            {
                "name" when language == "en" => By(p => p.Name.En, descending),
                "name" => By(p => p.Name.Id, descending),
                "partner" => By(p => db.Partners.Where(x => x.Id == p.LeadPartnerId).Select(x => x.ShortName != "" ? x.ShortName : x.Name).FirstOrDefault(), descending),
                "stage" => By(StageRank, descending),
                "days" => By(p => p.StateSince, !descending),
                "next" => By(p => db.OpenDeadlines.Where(d => d.ProjectId == p.Id).Min(d => (DateOnly?)d.DueOn) ?? DateOnly.MaxValue, descending),
                "owner" => By(p => db.Users.Where(u => u.Id == p.OwnerId).Select(u => u.DisplayName).FirstOrDefault(), descending),
                _ => By(p => p.Code, descending),
            };
        }
        return ordered!.ThenBy(p => p.Code);

        IOrderedQueryable<Project> By<TKey>(Expression<Func<Project, TKey>> key, bool descending) =>
            (ordered, descending) switch
            {
                (null, false) => projects.OrderBy(key),
                (null, true) => projects.OrderByDescending(key),
                (_, false) => ordered.ThenBy(key),
                (_, true) => ordered.ThenByDescending(key),
            };
    }
}
