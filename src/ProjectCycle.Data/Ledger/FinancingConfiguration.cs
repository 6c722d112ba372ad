using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Ledger;

internal sealed class FinancingConfiguration : IEntityTypeConfiguration<Financing>
{
    public void Configure(EntityTypeBuilder<Financing> financing)
    {
        financing.ToTable("Financings");
        financing.Property(f => f.CurrencyCode).HasMaxLength(3);
        financing.Property(f => f.SoeCurrencyCode).HasMaxLength(3);
        foreach (var party in new[] { nameof(Financing.Lender), nameof(Financing.Borrower), nameof(Financing.ExecutingAgency), nameof(Financing.ImplementingAgency) })
            financing.Property(party).HasMaxLength(200);
        financing.ComplexProperty(f => f.References);
        financing.Ignore(f => f.Currency);
        financing.Ignore(f => f.Amount);
        financing.HasOne<Project>().WithMany(p => p.Financings).HasForeignKey(f => f.ProjectId);
        financing.HasOne<Agreement>().WithMany().HasForeignKey(f => f.AgreementId).OnDelete(DeleteBehavior.Restrict);

        // Of one agreement a project has one part; the observers' reach asks for the parts of their agreements.
        financing.HasIndex(f => new { f.ProjectId, f.AgreementId }).IsUnique();
        financing.HasIndex(f => f.AgreementId);
    }
}

internal sealed class AmountChangeConfiguration : IEntityTypeConfiguration<AmountChange>
{
    public void Configure(EntityTypeBuilder<AmountChange> change)
    {
        change.ToTable("AmountChanges");
        change.Property(c => c.Reference).HasMaxLength(200);
        change.OfFinancing();
        change.HasIndex(c => new { c.FinancingId, c.On });
    }
}

internal sealed class ExpenditureCategoryConfiguration : IEntityTypeConfiguration<ExpenditureCategory>
{
    public void Configure(EntityTypeBuilder<ExpenditureCategory> category)
    {
        category.ToTable("ExpenditureCategories");
        category.Property(c => c.Code).HasMaxLength(20);
        category.Property(c => c.Name).HasMaxLength(200);
        category.Property(c => c.Percentage).HasPrecision(7, 6);
        category.OfFinancing();
        category.HasIndex(c => new { c.FinancingId, c.Code }).IsUnique();
    }
}

internal sealed class ReallocationConfiguration : IEntityTypeConfiguration<Reallocation>
{
    public void Configure(EntityTypeBuilder<Reallocation> reallocation)
    {
        reallocation.ToTable("Reallocations");
        reallocation.Property(r => r.Reference).HasMaxLength(200);
        reallocation.OfFinancing();
        reallocation.HasOne<ExpenditureCategory>().WithMany().HasForeignKey(r => r.FromId).OnDelete(DeleteBehavior.Restrict);
        reallocation.HasOne<ExpenditureCategory>().WithMany().HasForeignKey(r => r.ToId).OnDelete(DeleteBehavior.Restrict);
        reallocation.HasIndex(r => new { r.FinancingId, r.On });
    }
}

internal sealed class CounterpartYearConfiguration : IEntityTypeConfiguration<CounterpartYear>
{
    public void Configure(EntityTypeBuilder<CounterpartYear> counterpart)
    {
        counterpart.ToTable("CounterpartYears");
        counterpart.Property(c => c.CurrencyCode).HasMaxLength(3);
        counterpart.Property(c => c.BudgetNumber).HasMaxLength(100);
        counterpart.OfFinancing();
        counterpart.HasIndex(c => new { c.FinancingId, c.Year, c.Kind }).IsUnique();
    }
}

internal sealed class CovenantConfiguration : IEntityTypeConfiguration<Covenant>
{
    public void Configure(EntityTypeBuilder<Covenant> covenant)
    {
        covenant.ToTable("Covenants");
        covenant.Property(c => c.Number).HasMaxLength(60);
        covenant.Property(c => c.Requirement).HasMaxLength(500);
        covenant.OfFinancing();
        covenant.HasOne<User>().WithMany().HasForeignKey(c => c.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
        covenant.HasOne<Document>().WithMany().HasForeignKey(c => c.EvidenceId).OnDelete(DeleteBehavior.NoAction);
        covenant.HasOne<Deadline>().WithMany().HasForeignKey(c => c.DeadlineId).OnDelete(DeleteBehavior.NoAction);
        covenant.HasIndex(c => new { c.FinancingId, c.DueOn });
    }
}

internal static class MoneyRows
{
    /// <summary>A row goes with its project; its financing cannot go before it.</summary>
    public static void OfFinancing<T>(this EntityTypeBuilder<T> row)
        where T : class, IMoneyRow
    {
        row.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId);
        row.HasOne<Financing>().WithMany().HasForeignKey(r => r.FinancingId).OnDelete(DeleteBehavior.Restrict);
    }
}
