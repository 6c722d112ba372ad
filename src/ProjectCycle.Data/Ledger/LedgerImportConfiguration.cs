using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Data.Ledger;

internal sealed class LedgerImportConfiguration : IEntityTypeConfiguration<LedgerImport>
{
    public void Configure(EntityTypeBuilder<LedgerImport> import)
    {
        import.ToTable("LedgerImports");
        import.Property(i => i.FileName).HasMaxLength(200);
        import.Property(i => i.FileHash).HasMaxLength(64);
        import.OfFinancing();
        import.HasOne<User>().WithMany().HasForeignKey(i => i.ById).OnDelete(DeleteBehavior.Restrict);
        import.HasOne<User>().WithMany().HasForeignKey(i => i.UndoneById).OnDelete(DeleteBehavior.Restrict);
        import.HasIndex(i => new { i.ProjectId, i.At });
    }
}

internal sealed class LedgerImportRowConfiguration : IEntityTypeConfiguration<LedgerImportRow>
{
    public void Configure(EntityTypeBuilder<LedgerImportRow> row)
    {
        row.ToTable("LedgerImportRows");
        row.HasOne<LedgerImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(r => new { r.ImportId, r.Position }).IsUnique();
    }
}
